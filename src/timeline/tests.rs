//! Laws and cases of the arrangement.

use super::*;
use crate::date::Date;
use crate::geometry::{Point, Rect};
use proptest::prelude::*;

/// A hundred days of eight pixels each.
fn request(marks: Vec<MarkSpec>) -> Request {
    Request {
        scale: Scale {
            span: days(0, 100),
            width: 800.0,
        },
        lanes: 2,
        marks,
        mark_size: 12.0,
        cluster_width: 24.0,
        row_height: 22.0,
        max_rows: 4,
        lane_gap: 6.0,
    }
}

fn days(first: i32, last: i32) -> Span {
    Span::between(Date::from_days(first), Date::from_days(last))
}

fn mark(first: i32, last: i32) -> MarkSpec {
    MarkSpec {
        span: days(first, last),
        ..MarkSpec::default()
    }
}

fn labelled(day: i32, width: f64, priority: u32) -> MarkSpec {
    MarkSpec {
        label_width: Some(width),
        priority,
        ..mark(day, day)
    }
}

/// The row of each mark in the order of the request, and its label's side.
fn rows(request: &Request) -> Vec<(f64, Option<LabelSide>)> {
    let mut marks = arrange(request).marks;
    marks.sort_by_key(|mark| mark.index);
    let row = |mark: &MarkPlace| (mark.y - 11.0) / 22.0;
    marks
        .iter()
        .map(|mark| (row(mark), mark.label.map(|label| label.side)))
        .collect()
}

#[test]
fn lanes_are_as_high_as_their_rows() {
    let found = arrange(&request(vec![mark(5, 5), mark(5, 5), mark(50, 50)]));
    let lanes: Vec<_> = found
        .lanes
        .iter()
        .map(|l| (l.y, l.height, l.rows))
        .collect();
    let expected = vec![(0.0, 44.0, 2), (50.0, 22.0, 1)];
    assert_eq!((lanes, found.height), (expected, 72.0));
}

#[test]
fn a_month_is_a_bar_and_a_short_span_a_dot_on_its_first_day() {
    let found = arrange(&request(vec![mark(10, 40), mark(60, 61), mark(90, 400)]));
    let places: Vec<_> = found
        .marks
        .iter()
        .map(|mark| (mark.x, mark.x_end))
        .collect();
    assert_eq!(places, [(80.0, 320.0), (480.0, 480.0), (720.0, 800.0)]);
}

#[test]
fn what_lies_outside_the_window_is_counted() {
    let outside = arrange(&request(vec![mark(-9, -1), mark(101, 101), mark(200, 300)]));
    assert_eq!((outside.lanes[0].before, outside.lanes[0].after), (1, 2));
    assert_eq!(outside.marks, []);
    let inside = arrange(&request(vec![mark(-9, 0), mark(100, 120)]));
    assert_eq!(inside.marks.len(), 2);
}

#[test]
fn a_label_goes_after_its_mark_else_before_it_else_to_another_row() {
    use LabelSide::{After, Before};
    let check = |marks: &[MarkSpec], expected: &[(f64, Option<LabelSide>)]| {
        assert_eq!(rows(&request(marks.to_vec())), expected);
    };
    let core = labelled(50, 100.0, 1);
    check(&[core], &[(0.0, Some(After))]);
    check(&[labelled(95, 100.0, 1)], &[(0.0, Some(Before))]);
    check(&[core, mark(55, 55)], &[(0.0, Some(Before)), (0.0, None)]);
    check(
        &[mark(45, 45), core, mark(55, 55)],
        &[(0.0, None), (1.0, Some(After)), (0.0, None)],
    );
    check(&[labelled(50, 900.0, 1)], &[(0.0, None)]);
}

#[test]
fn the_important_label_chooses_first() {
    // Both labels want the space between the first two marks.
    let sides = |first, second| {
        let (a, b) = (labelled(0, 130.0, first), labelled(20, 130.0, second));
        let mut request = request(vec![a, b, mark(22, 22)]);
        request.max_rows = 1;
        let [a, b, _] = rows(&request)[..] else {
            panic!("three marks")
        };
        (a.1, b.1)
    };
    assert_eq!(sides(1, 2), (None, Some(LabelSide::Before)));
    assert_eq!(sides(2, 1), (Some(LabelSide::After), None));
    assert_eq!(sides(1, 1), (Some(LabelSide::After), None));
}

#[test]
fn no_row_is_left_empty_by_a_move() {
    let marks = vec![mark(0, 70), labelled(68, 200.0, 1), mark(80, 80)];
    let found = arrange(&request(marks));
    assert_eq!(found.lanes[0].rows, 2);
}

#[test]
fn too_many_on_a_day_are_gathered_and_the_important_one_is_not() {
    let mut marks = vec![mark(50, 50); 9];
    marks[7].priority = 1;
    marks.push(mark(10, 10));
    let found = arrange(&request(marks));
    let drawn: Vec<_> = found.marks.iter().map(|mark| mark.index).collect();
    assert_eq!(drawn, [0, 1, 7, 9]);
    let [cluster] = &found.clusters[..] else {
        panic!("{:?}", found.clusters)
    };
    assert_eq!(cluster.members, [2, 3, 4, 5, 6, 8]);
    assert_eq!((cluster.x, cluster.x_end, cluster.y), (394.0, 406.0, 77.0));
}

#[test]
fn a_lane_that_nobody_counted_is_shown_all_the_same() {
    let mut request = request(vec![mark(1, 1)]);
    request.marks[0].lane = 4;
    assert_eq!(arrange(&request).lanes.len(), 5);
}

/// What is drawn, as rectangles: marks, labels and clusters.
fn drawn(request: &Request, found: &Arrangement) -> Vec<Rect> {
    let (half, row) = (request.mark_size / 2.0, request.row_height / 2.0);
    let rect =
        |x: f64, x_end: f64, y: f64| Rect::new(Point::new(x, y - row), Point::new(x_end, y + row));
    let mark = |x: f64, x_end: f64, y| rect(x - half, x_end + half, y);
    let marks = found.marks.iter().map(|m| mark(m.x, m.x_end, m.y));
    let clusters = found.clusters.iter().map(|c| mark(c.x, c.x_end, c.y));
    let labels = found.marks.iter().filter_map(|mark| {
        let (label, width) = (mark.label?, request.marks[mark.index].label_width?);
        // A label begins where its mark ends.
        Some(rect(label.x + 1e-6, label.x + width - 1e-6, mark.y))
    });
    marks.chain(labels).chain(clusters).collect()
}

fn any_request() -> impl Strategy<Value = Request> {
    let mark = (
        0_usize..3,
        -20_i32..115,
        prop_oneof![4 => Just(0_i32), 1 => 0_i32..60],
        prop::option::weighted(0.3, 10.0..250.0),
        0_u32..3,
    );
    let mark = mark.prop_map(|(lane, first, length, label_width, priority)| MarkSpec {
        lane,
        span: days(first, first + length),
        label_width,
        priority,
    });
    let marks = prop::collection::vec(mark, 0..80);
    (marks, 100.0..1200.0, 1_usize..6).prop_map(|(marks, width, max_rows)| {
        let mut request = request(marks);
        (request.scale.width, request.max_rows) = (width, max_rows);
        request
    })
}

proptest! {
    #[test]
    fn nothing_overlaps(request in any_request()) {
        let found = arrange(&request);
        let drawn = drawn(&request, &found);
        for (i, a) in drawn.iter().enumerate() {
            for b in &drawn[i + 1..] {
                prop_assert!(!a.overlaps(*b), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn everything_is_accounted_for(request in any_request()) {
        let found = arrange(&request);
        let mut shown: Vec<usize> = found.clusters.iter().flat_map(|c| c.members.clone()).collect();
        shown.extend(found.marks.iter().map(|mark| mark.index));
        shown.sort_unstable();
        let in_window = |i: &usize| {
            let span = request.marks[*i].span;
            span.first <= request.scale.span.last && span.last >= request.scale.span.first
        };
        let expected: Vec<usize> = (0..request.marks.len()).filter(in_window).collect();
        prop_assert_eq!(&shown, &expected);
        let beyond: usize = found.lanes.iter().map(|lane| lane.before + lane.after).sum();
        prop_assert_eq!(shown.len() + beyond, request.marks.len());
        prop_assert!(found.clusters.iter().all(|c| c.members.len() > 1), "a cluster of one");
    }

    #[test]
    fn everything_stays_in_its_lane_and_in_the_frame(request in any_request()) {
        let found = arrange(&request);
        let margin = request.mark_size / 2.0 + 1e-6;
        for rect in drawn(&request, &found) {
            prop_assert!(rect.min.x >= -margin && rect.max.x <= request.scale.width + margin, "{rect:?}");
            let inside = |lane: &&LanePlace| lane.y <= rect.min.y && rect.max.y <= lane.y + lane.height;
            prop_assert_eq!(found.lanes.iter().filter(inside).count(), 1);
        }
        for mark in &found.marks {
            if let (Some(label), Some(width)) = (mark.label, request.marks[mark.index].label_width) {
                prop_assert!(label.x >= 0.0 && label.x + width <= request.scale.width, "{label:?}");
            }
            let lane = found.lanes[request.marks[mark.index].lane];
            prop_assert!(lane.y < mark.y && mark.y < lane.y + lane.height, "wrong lane");
        }
        prop_assert!(found.lanes.iter().all(|lane| lane.rows <= request.max_rows), "too high");
    }

    #[test]
    fn labels_cost_no_mark_its_place(request in any_request()) {
        let mut mute = request.clone();
        mute.marks.iter_mut().for_each(|mark| mark.label_width = None);
        let members = |request| arrange(request).clusters.into_iter().map(|c| c.members);
        prop_assert!(members(&request).eq(members(&mute)), "other clusters");
    }

    #[test]
    fn the_same_request_gives_the_same_picture(request in any_request()) {
        prop_assert_eq!(arrange(&request), arrange(&request.clone()));
    }
}
