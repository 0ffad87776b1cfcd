//! Laws of pictures of many members, for any alliances, members and days.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use proptest::prelude::*;
use std::collections::BTreeSet;
use tahaluf::date::{Date, Span};
use tahaluf::geometry::{Point, Rect, Size};
use tahaluf::layout::outline::Outline;
use tahaluf::layout::{Frame, NodeSpec, Placement, Request, Role, StaySpec, ZonesRequest};
use tahaluf::layout::{Place, place_zones};

/// The last day on which anything happens.
const DAYS: i32 = 40;

/// Names as long as they come, and as short.
const NAMES: [&str; 5] = [
    "Y",
    "Upper Gauge",
    "Lock Keepers’ Union",
    "الخطوط الجوية النيوزيلندية",
    "Middle East Airlines",
];

/// Who is in what: for each member its name, and its alliances from a day on, in turn.
type Story = (usize, Vec<(usize, Vec<(u8, i32)>)>);

fn any_story() -> impl Strategy<Value = Story> {
    let turn = (any::<u8>(), 0..DAYS);
    let member = (0..NAMES.len(), prop::collection::vec(turn, 1..4));
    (1..8_usize, prop::collection::vec(member, 1..40))
}

fn request(frame: Frame, (hubs, members): &Story) -> ZonesRequest {
    let spec = |role: Role| NodeSpec {
        role,
        radius: 7.0,
        reach: 10.0,
        label: Size::new(60.0, 20.0),
    };
    let mut nodes: Vec<_> = (0..*hubs).map(|_| spec(Role::Hub)).collect();
    let mut names: Vec<_> = (0..*hubs)
        .map(|hub| vec![format!("Alliance {hub}")])
        .collect();
    let mut stays = Vec::new();
    for (name, turns) in members {
        let mut turns = turns.clone();
        turns.sort_by_key(|(_, day)| *day);
        turns.dedup_by_key(|(_, day)| *day);
        let node = nodes.len();
        nodes.push(spec(Role::Member { hubs: Vec::new() }));
        names.push(vec![NAMES[*name].to_owned()]);
        for (at, (sets, first)) in turns.iter().enumerate() {
            let fields: Vec<_> = (0..*hubs).filter(|hub| sets >> hub & 1 == 1).collect();
            let last = turns.get(at + 1).map_or(DAYS, |(_, next)| next - 1);
            if !fields.is_empty() {
                let time = Span::between(Date::from_days(*first), Date::from_days(last));
                stays.push(StaySpec { node, fields, time });
            }
        }
    }
    ZonesRequest {
        nodes: Request { frame, nodes },
        names,
        stays,
    }
}

/// The ends of an outline's curves.
fn ends(outline: &Outline) -> Vec<Point> {
    outline.curves.iter().map(|curve| curve[1]).collect()
}

fn holds(outlines: &[Outline], at: Point) -> bool {
    let mut inside = false;
    for outline in outlines {
        let ends = ends(outline);
        let mut before = ends[ends.len() - 1];
        for end in ends {
            let crosses = (before.y > at.y) != (end.y > at.y);
            let share = (at.y - before.y) / (end.y - before.y);
            inside ^= crosses && at.x < before.x + share * (end.x - before.x);
            before = end;
        }
    }
    inside
}

/// Twice the area that an outline encloses, less than nothing for a hole.
fn area(outline: &Outline) -> f64 {
    let ends = ends(outline);
    let next = ends.iter().cycle().skip(1);
    ends.iter()
        .zip(next)
        .map(|(a, b)| a.x * b.y - b.x * a.y)
        .sum()
}

fn check_day(request: &ZonesRequest, placement: &Placement, date: Date, unnamed: &BTreeSet<usize>) {
    let zones = placement.zones.as_ref().unwrap();
    let there: Vec<_> = request
        .stays
        .iter()
        .filter(|stay| stay.time.contains(date))
        .collect();
    let marks: Vec<(&StaySpec, Place)> = there
        .iter()
        .map(|stay| (*stay, *zones.place(stay.node, date).unwrap()))
        .collect();
    for (at, (_, mark)) in marks.iter().enumerate() {
        let overlaps = |other: &Place| {
            let [a, b] =
                [mark, other].map(|place| place.keepout().union(place.label).inflate(-0.1));
            a.overlaps(b)
        };
        assert!(
            marks[..at].iter().all(|(_, other)| !overlaps(other)),
            "names on names"
        );
        let picture = Rect::new(
            Point::default(),
            Point::new(placement.size.width, placement.size.height),
        );
        let inside = picture.contains(mark.label.min) && picture.contains(mark.label.max);
        assert!(inside, "a name outside the picture: {mark:?}");
    }
    for (field, hub) in placement.fields.iter().enumerate() {
        let is_in = |node: usize| {
            !unnamed.contains(&node)
                && there
                    .iter()
                    .any(|stay| stay.node == node && stay.fields.contains(&field))
        };
        let outlines = zones.outlines(field, date, is_in);
        let pieces = outlines
            .iter()
            .filter(|outline| area(outline) > 0.0)
            .count();
        assert_eq!(pieces, 1, "pieces of field {field}");
        let title = placement.places[hub.hub].unwrap();
        assert!(holds(&outlines, title.center), "a hub outside its field");
        for (stay, mark) in &marks {
            let expected = is_in(stay.node);
            assert_eq!(
                holds(&outlines, mark.center),
                expected,
                "{stay:?} and field {field}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn fields_hold_their_members_and_nobody_else(
        story in any_story(),
        day in 0..DAYS,
        unnamed in prop::collection::btree_set(0..40_usize, 0..6),
    ) {
        for frame in Frame::ALL {
            let request = request(frame, &story);
            let placement = place_zones(&request);
            // As everybody tells it, and as an account that leaves some out.
            for unnamed in [BTreeSet::new(), unnamed.clone()] {
                check_day(&request, &placement, Date::from_days(day), &unnamed);
            }
        }
    }

    #[test]
    fn nobody_moves_unless_its_alliances_change(story in any_story()) {
        let request = request(Frame::Wide, &story);
        let placement = place_zones(&request);
        let zones = placement.zones.as_ref().unwrap();
        for stay in &request.stays {
            let first = zones.place(stay.node, stay.time.first).unwrap();
            let last = zones.place(stay.node, stay.time.last).unwrap();
            prop_assert_eq!(first, last);
        }
    }
}
