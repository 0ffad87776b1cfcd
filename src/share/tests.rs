use super::*;
use crate::date::Date;

const SITE: &str = "https://example.org/a&b/";

/// A story whose headlines end a tag, an attribute and a script.
fn atlas() -> Atlas {
    let story = include_str!("../../assets/story.json");
    let story = story
        .replacen(
            "Two Chinese AI alliances share only StepFun, by any one account",
            r#"A \"B\" & </script><i>C</i>"#,
            1,
        )
        .replacen(
            "تحالفان صينيان للذكاء الاصطناعي لا يجمعهما لدى أي مصدر سوى «ستيب فان»",
            "تحالفان",
            1,
        );
    Atlas::from_json(story.as_bytes()).unwrap()
}

fn choices(atlas: &Atlas, locale: Locale, form: Form) -> Choices {
    Choices {
        form,
        ..Choices::of(State::opening(atlas.ecosystem(), locale))
    }
}

/// What exists on the last day of the story, in words.
fn statement_of(atlas: &Atlas, locale: Locale) -> [String; 2] {
    let state = State::opening(atlas.ecosystem(), locale);
    let slice = Slice::of(atlas.graph(), atlas.ecosystem(), state.query());
    let statement = statement::of(atlas, &state, &slice);
    [statement.day, statement.counts]
}

#[test]
fn a_link_leads_to_exactly_this_view() {
    let atlas = atlas();
    let mut choices = choices(&atlas, Locale::En, Form::Link);
    assert_eq!(
        snippet(SITE, &atlas, &choices),
        "https://example.org/a&b/en/#lang=en"
    );
    choices.state = State {
        locale: Locale::Ar,
        theme: Theme::Dark,
        view: View::Network,
        focus: atlas.ecosystem().subject("huawei"),
        date: Date::from_ymd(2025, 7, 1).unwrap(),
        relations: true,
        ..choices.state
    };
    assert_eq!(
        snippet(SITE, &atlas, &choices),
        "https://example.org/a&b/#lang=ar&focus=huawei&at=2025-07-01&layer=relations&theme=dark&view=network"
    );
}

#[test]
fn a_link_leads_to_a_page_and_to_no_stage() {
    let atlas = atlas();
    let state = State {
        stage: Stage::Room,
        controls: false,
        ..State::opening(atlas.ecosystem(), Locale::Ar)
    };
    let link = snippet(SITE, &atlas, &Choices::of(state));
    assert_eq!(link, "https://example.org/a&b/#lang=ar");
}

#[test]
fn a_frame_has_its_headline_its_height_and_its_limits() {
    let atlas = atlas();
    let mut choices = choices(&atlas, Locale::En, Form::Frame);
    choices.state.theme = Theme::Light;
    choices.state.view = View::Timeline;
    choices.state.controls = false;
    choices.height = Some(640);
    assert_eq!(
        snippet(SITE, &atlas, &choices),
        concat!(
            r#"<iframe src="https://example.org/a&amp;b/embed/en/#lang=en&amp;theme=light&amp;view=timeline&amp;controls=off""#,
            r#" title="A &quot;B&quot; &amp; &lt;/script&gt;&lt;i&gt;C&lt;/i&gt;" loading="lazy" width="100%" height="640""#,
            r#" style="border:0;width:100%;min-height:640px""#,
            r#" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads""#,
            r#" allow="fullscreen; clipboard-write"></iframe>"#,
        )
    );
}

#[test]
fn a_fitting_frame_brings_its_script() {
    let atlas = atlas();
    let mut choices = choices(&atlas, Locale::Ar, Form::Fitting);
    choices.width = Some(480);
    choices.height = Some(900);
    assert_eq!(
        snippet(SITE, &atlas, &choices),
        [
            r#"<iframe src="https://example.org/a&amp;b/embed/#lang=ar" title="تحالفان" loading="lazy" width="480" height="900""#,
            r#" style="border:0;max-width:100%;min-height:200px""#,
            r#" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads""#,
            r#" allow="fullscreen; clipboard-write" data-tahaluf=""></iframe>"#,
            "\n<script>",
            RESIZER,
            "</script>",
        ]
        .concat()
    );
}

#[test]
fn the_script_of_a_fitting_frame_is_small_and_survives_publishing_systems() {
    assert!(RESIZER.len() < 1000, "{} bytes", RESIZER.len());
    // They write `&` as an entity and take `<` for a tag.
    assert!(!RESIZER.contains(['&', '<', '\n']), "{RESIZER}");
}

#[test]
fn an_element_has_a_picture_until_it_is_filled() {
    let atlas = atlas();
    let mut choices = choices(&atlas, Locale::Ar, Form::Script);
    choices.state.theme = Theme::Dark;
    choices.height = Some(900);
    let alt = picture_text(&atlas, Locale::Ar);
    assert_eq!(
        snippet(SITE, &atlas, &choices),
        [
            r#"<script src="https://example.org/a&amp;b/story-element.js" defer></script>"#,
            "\n",
            r#"<tahaluf-story src="https://example.org/a&amp;b/embed/#lang=ar&amp;theme=dark" title="تحالفان" height="900">"#,
            r#"<a href="https://example.org/a&amp;b/#lang=ar&amp;theme=dark">"#,
            r#"<img src="https://example.org/a&amp;b/picture-ar-dark.svg" alt=""#,
            &alt,
            r#"" width="680" height="610" style="border:0;max-width:100%;height:auto"></a></tahaluf-story>"#,
        ]
        .concat()
    );
    let [day, counts] = statement_of(&atlas, Locale::Ar);
    assert_eq!(
        alt,
        ["شبكة التحالفات: تحالفان. ", &day, ": ", &counts].concat()
    );
}

#[test]
fn a_picture_for_mail_is_a_link_that_says_all() {
    let atlas = atlas();
    let mut choices = choices(&atlas, Locale::En, Form::Picture);
    choices.width = Some(600);
    let [day, counts] = statement_of(&atlas, Locale::En);
    assert_eq!(
        snippet(SITE, &atlas, &choices),
        [
            r#"<a href="https://example.org/a&amp;b/en/#lang=en">"#,
            r#"<img src="https://example.org/a&amp;b/picture-en-light.png" alt="Network of alliances: "#,
            "A &quot;B&quot; &amp; &lt;/script&gt;&lt;i&gt;C&lt;/i&gt;. ",
            &day,
            ": ",
            &counts,
            r#"" width="600" height="552" style="border:0;max-width:100%;height:auto"></a>"#,
        ]
        .concat()
    );
}

#[test]
fn a_file_has_its_own_address() {
    let atlas = atlas();
    let state = State::opening(atlas.ecosystem(), Locale::En);
    assert_eq!(file_address("", &atlas, state), "#lang=en");
    assert_eq!(
        file_address("https://example.org/chips.html", &atlas, state),
        "https://example.org/chips.html#lang=en"
    );
}

#[test]
fn a_place_is_where_others_can_come() {
    let site = |top: &str| Place::of(Some(top.to_owned()), "http://localhost/en/");
    assert_eq!(
        site("https://example.org/"),
        Place::Site("https://example.org/".to_owned())
    );
    assert_eq!(
        site("file:///tmp/"),
        Place::File("http://localhost/en/".to_owned())
    );
    assert_eq!(Place::of(None, "about:srcdoc"), Place::Disk);
}

#[test]
fn typed_numbers_stay_within_what_is_good() {
    assert_eq!(within(&HEIGHTS, "199"), Some(200));
    assert_eq!(within(&HEIGHTS, "5000"), Some(4000));
    assert_eq!(within(&HEIGHTS, "640.5"), None);
    assert_eq!(within(&HEIGHTS, "99999999999"), None);
}

#[test]
fn a_frame_is_as_tall_as_the_page_in_it() {
    let atlas = atlas();
    for view in [
        View::Both,
        View::Network,
        View::Timeline,
        View::Table,
        View::Compare,
    ] {
        let mut choices = choices(&atlas, Locale::Ar, Form::Frame);
        choices.state.view = view;
        assert_eq!(choices.height(), EMBED_HEIGHT);
    }
    assert!(HEIGHTS.contains(&EMBED_HEIGHT));
    for (text, says) in [
        (
            include_str!("../../assets/style.css"),
            ["min-block-size: ", &EMBED_HEIGHT.to_string(), "px;"].concat(),
        ),
        (
            include_str!("../../assets/demo/demo.css"),
            ["min-block-size: ", &EMBED_HEIGHT.to_string(), "px;"].concat(),
        ),
        (
            include_str!("../../README.md"),
            ["height=\"", &EMBED_HEIGHT.to_string(), "\""].concat(),
        ),
        (
            include_str!("../../docs/embedding.md"),
            ["height=\"", &EMBED_HEIGHT.to_string(), "\""].concat(),
        ),
        (
            include_str!("../../docs/embedding.md"),
            ["600 × ", &EMBED_HEIGHT.to_string(), " px"].concat(),
        ),
    ] {
        assert!(text.contains(&says), "{says}");
    }
}
