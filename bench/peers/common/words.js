// The words that a desk writes beside its data, and the way it writes dates.

export const KINDS = {
  alliance: 'تحالف',
  'model-developer': 'مطوّرة نماذج',
  'chip-maker': 'صانعة رقائق',
  'ai-infrastructure': 'بنية تحتية للذكاء الاصطناعي',
  'internet-platform': 'منصة إنترنت',
  'industry-body': 'هيئة أعمال',
  regulator: 'جهة تنظيمية',
};

export const LANES = {
  'us-policy': 'السياسة الأميركية',
  'china-policy': 'السياسة الصينية',
  alliance: 'التحالفات والمؤتمرات',
  product: 'المنتجات',
  market: 'الشركات والأسواق',
};

/** The months of Egypt's calendar, which the story's texts use, with Western digits. */
export const LOCALE = 'ar-EG-u-nu-latn';

const FORMATS = [{ year: 'numeric' }, { month: 'long' }, { day: 'numeric' }].map((_, index, parts) =>
  new Intl.DateTimeFormat(LOCALE, { ...Object.assign({}, ...parts.slice(0, index + 1)), timeZone: 'UTC' }),
);

/** The first and the last date of `2025`, `2025-07`, `2025-07-26` or two of these with a slash. */
export function ends(when) {
  const [from, to = from] = when.split('/');
  return [new Date(from), new Date(to)];
}

/** A date of the story, as precise as it is. */
export function written(when) {
  const [from, to] = ends(when);
  const format = FORMATS[when.split('/')[0].split('-').length - 1];
  return from < to ? format.formatRange(from, to) : format.format(from);
}
