//! A story of three hundred organizations, the same each time: larger than any that an editor
//! has written, for what must hold at any size.

use serde_json::{Value, json};

const ALLIANCES: usize = 3;
const ORGANIZATIONS: usize = 300;
/// The organizations that are in an alliance; the others are tied to these.
const MEMBERS: usize = 240;
const EVENTS: usize = 60;
const ACCOUNTS: usize = 3;

/// What an organization is called before its number, its kind, and the shape of that.
const KINDS: [(&str, &str, &str, &str); 6] = [
    ("Mill", "طاحونة", "mill", "circle"),
    ("Gauge", "مقياس", "gauge", "square"),
    ("Lock", "هويس", "lock", "hexagon"),
    ("Ferry", "عبّارة", "ferry", "triangle"),
    ("Guild", "نقابة", "guild", "diamond"),
    ("Board", "مجلس", "board", "pentagon"),
];
const LANES: [(&str, &str, &str); 5] = [
    ("Upstream", "أعلى النهر", "upstream"),
    ("Downstream", "أسفل النهر", "downstream"),
    ("Pacts", "الاتفاقات", "pacts"),
    ("Boats", "القوارب", "boats"),
    ("Mills", "الطواحين", "mills"),
];
const TIES: [(&str, &str, &str, &str); 6] = [
    ("Water", "ماء", "water", "solid"),
    ("Funding", "تمويل", "funding", "dashed"),
    ("Customer", "عميل", "customer", "dotted"),
    ("Partnership", "شراكة", "partnership", "dash-dot"),
    ("Founder’s past", "صلة المؤسس", "founder", "short-dashed"),
    ("Order", "أمر", "order", "dash-dot-dot"),
];
/// The ties that relations are of; the last one is that of the list.
const RELATIONS: usize = TIES.len() - 1;

fn words() -> Value {
    let kind = |(en, ar, id, shape): (&str, &str, &str, &str)| json!({ "id": id, "name": text(ar, en), "shape": shape, "authority": id == "board" });
    let tie = |(en, ar, id, line): (&str, &str, &str, &str)| json!({ "id": id, "name": text(ar, en), "line": line });
    let lane = |(en, ar, id): (&str, &str, &str)| json!({ "id": id, "name": text(ar, en) });
    json!({
        "kinds": KINDS.map(kind),
        "ties": TIES.map(tie),
        "lanes": LANES.map(lane),
    })
}

/// Numbers that look random and are the same each time: Knuth's linear congruential generator
/// (The Art of Computer Programming, volume 2, section 3.3.4, MMIX).
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        // The high bits are the better ones.
        let high = usize::try_from(self.0 >> 33).unwrap_or_default();
        high % sides
    }
}

fn text(ar: &str, en: &str) -> Value {
    json!({ "ar": ar, "en": en })
}

fn name(index: usize) -> Value {
    let (en, ar, ..) = KINDS[index % KINDS.len()];
    text(
        &format!("{ar} {}", index + 1),
        &format!("{en} {}", index + 1),
    )
}

fn organization_id(index: usize) -> String {
    format!("organization-{}", index + 1)
}

fn alliance_id(index: usize) -> String {
    format!("alliance-{}", index + 1)
}

fn source_id(index: usize) -> String {
    format!("page-{}", index + 1)
}

/// The story.
pub(crate) fn three_hundred() -> Value {
    let mut dice = Dice(20);
    json!({
        "$schema": "./story.schema.json",
        "format": 2,
        "kicker": text("قصة مولَّدة", "A generated story"),
        "title": text("ثلاث مئة جهة على نهر واحد", "Three hundred organisations on one river"),
        "summary": text(
            "ثلاثة اتفاقات وثلاث مئة جهة، للاختبار وحده.",
            "Three pacts and three hundred organisations, for tests alone."
        ),
        "as_of": "2024-12-31",
        "sources_to": "2024-12",
        "window": "2020-01/2024-12",
        "words": words(),
        "accounts": accounts(),
        "lists": [{
            "id": "watch-list",
            "name": text("قائمة المراقبة", "Watch list"),
            "description": text("قائمة مجلس النهر.", "The river board’s list."),
            "authority": organization_id(ORGANIZATIONS - 1),
            "tie": "order",
            "sources": [source_id(0)],
        }],
        "alliances": alliances(),
        "organizations": organizations(&mut dice),
        "memberships": memberships(&mut dice),
        "relations": relations(&mut dice),
        "events": events(&mut dice),
        "products": [],
        "quotes": [],
        "uncertainties": [],
        "steps": steps(),
        "sources": sources(),
    })
}

fn accounts() -> Value {
    let account = |index: usize| {
        json!({
            "id": format!("account-{}", index + 1),
            "name": text(&format!("الرواية {}", index + 1), &format!("Account {}", index + 1)),
            "description": text("إحدى الروايات.", "One of the accounts."),
            "sources": [source_id(index)],
        })
    };
    (0..ACCOUNTS).map(account).collect()
}

fn alliances() -> Value {
    let names = [
        ("الضفة اليمنى", "Right Bank"),
        ("الضفة اليسرى", "Left Bank"),
        ("أعلى النهر", "Upper River"),
    ];
    let alliance = |(index, (ar, en)): (usize, (&str, &str))| {
        json!({
            "id": alliance_id(index),
            "name": text(&format!("اتفاق {ar}"), &format!("{en} Agreement")),
            "short": text(ar, en),
            "aim": text("تقاسم المياه.", "To share the water."),
            "announced": format!("202{}-03", index),
            "reported": format!("202{}-03", index),
            "place": text("على النهر", "On the river"),
            "sources": [source_id(index)],
        })
    };
    names.into_iter().enumerate().map(alliance).collect()
}

fn organizations(dice: &mut Dice) -> Value {
    let organization = |index: usize| {
        let mut it = json!({
            "id": organization_id(index),
            "name": name(index),
            "arabic_name": "sourced",
            "kind": KINDS[index % KINDS.len()].2,
            "description": text("جهة على النهر.", "An organisation on the river."),
            "sources": [source_id(dice.roll(ACCOUNTS))],
        });
        if dice.roll(8) == 0 {
            let from = format!("2023-{:02}", dice.roll(12) + 1);
            it["listings"] =
                json!([{ "list": "watch-list", "from": from, "sources": [source_id(0)] }]);
        }
        it
    };
    (0..ORGANIZATIONS).map(organization).collect()
}

/// One alliance for each member; every eighth is in a second one, every fortieth in all three.
fn memberships(dice: &mut Dice) -> Value {
    let mut memberships = Vec::new();
    for index in 0..MEMBERS {
        let first = dice.roll(ALLIANCES);
        let others = match index {
            _ if index % 40 == 0 => ALLIANCES,
            _ if index % 8 == 0 => 2,
            _ => 1,
        };
        for next in 0..others {
            let account = dice.roll(ACCOUNTS);
            let mut named_by = vec![json!({
                "account": format!("account-{}", account + 1),
                "sources": [source_id(account)],
            })];
            if dice.roll(3) == 0 && account + 1 < ACCOUNTS {
                named_by.push(json!({
                    "account": format!("account-{}", account + 2),
                    "sources": [source_id(account + 1)],
                }));
            }
            memberships.push(json!({
                "organization": organization_id(index),
                "alliance": alliance_id((first + next) % ALLIANCES),
                "named_by": named_by,
            }));
        }
    }
    memberships.into()
}

/// One for each organization that is in no alliance, to a member.
fn relations(dice: &mut Dice) -> Value {
    let relation = |index: usize| {
        json!({
            "id": format!("tie-{}", index + 1),
            "from": organization_id(index),
            "to": organization_id(dice.roll(MEMBERS)),
            "kind": TIES[dice.roll(RELATIONS)].2,
            "when": format!("202{}-{:02}", dice.roll(5), dice.roll(12) + 1),
            "text": text("تتعامل الجهتان.", "The two work together."),
            "sources": [source_id(dice.roll(ACCOUNTS))],
        })
    };
    (MEMBERS..ORGANIZATIONS).map(relation).collect()
}

fn events(dice: &mut Dice) -> Value {
    let event = |index: usize| {
        let (year, month) = (index / 12, index % 12 + 1);
        let mut it = json!({
            "id": format!("event-{}", index + 1),
            "when": format!("202{year}-{month:02}-{:02}", dice.roll(28) + 1),
            "lane": LANES[dice.roll(LANES.len())].2,
            "core": index.is_multiple_of(6),
            "title": text(&format!("الحدث {}", index + 1), &format!("Event {}", index + 1)),
            "text": text("حدث على النهر.", "It happens on the river."),
            "about": [organization_id(dice.roll(ORGANIZATIONS))],
            "sources": [source_id(dice.roll(ACCOUNTS))],
        });
        if index.is_multiple_of(6) {
            it["label"] = it["title"].clone();
        }
        it
    };
    (0..EVENTS).map(event).collect()
}

fn steps() -> Value {
    let step = |index: usize| {
        json!({
            "id": format!("step-{}", index + 1),
            "title": name(index),
            "text": text("خطوة من القصة.", "A step of the story."),
            "note": text("للمتحدث.", "For the speaker."),
            "at": "2024-06-01",
            "focus": organization_id(index),
            "emphasis": [alliance_id(index)],
            "around": [alliance_id(index), organization_id(index)],
            "sources": [source_id(index)],
        })
    };
    (0..ALLIANCES).map(step).collect()
}

fn sources() -> Value {
    let source = |index: usize| {
        json!({
            "id": source_id(index),
            "publisher": format!("Gazette {}", index + 1),
            "title": format!("Page {}", index + 1),
            "url": format!("https://gazette.example.org/{}", index + 1),
            "lang": "en",
            "published": "2020-01",
            "kind": "report",
        })
    };
    (0..ACCOUNTS).map(source).collect()
}
