//! The order of bodies and shelves in a stack: that in which the fewest and shortest arms are
//! needed.

/// Which zone lies below which, and how fields hang together.
pub(super) struct Shelves {
    /// The zones from the top; the first ones, as many as there are alliances, are the bodies.
    pub(super) order: Vec<usize>,
    /// The fields that have arms, the longest first.
    pub(super) arms: Vec<usize>,
    bodies: usize,
    /// The alliances of each zone.
    fields: Vec<Vec<usize>>,
}

/// Up to so many alliances every order is tried; of more, one alliance at a time is moved.
const ALL_ORDERS: usize = 6;
/// The cost of an arm, in bodies that one reaches past.
const ARM: usize = 2;

/// The best stack of zones, each given by its alliances: first the bodies, then the shared ones.
pub(super) fn shelves(bodies: usize, zones: &[&[usize]]) -> Shelves {
    let shared = &zones[bodies..];
    let bodies_in_order = if bodies <= ALL_ORDERS {
        let mut best: (usize, Vec<usize>) = (usize::MAX, Vec::new());
        each_order(&mut (0..bodies).collect(), 0, &mut |order| {
            let cost = cost(order, shared);
            if cost < best.0 {
                best = (cost, order.to_vec());
            }
        });
        best.1
    } else {
        moved(bodies, shared)
    };
    let mut gaps: Vec<Vec<usize>> = vec![Vec::new(); bodies];
    for (zone, fields) in zones.iter().enumerate().skip(bodies) {
        gaps[gap(&bodies_in_order, fields).1].push(zone);
    }
    let mut order = Vec::new();
    for (place, &body) in bodies_in_order.iter().enumerate() {
        order.push(body);
        let below = bodies_in_order.get(place + 1);
        // Of the alliance above alone, of both, of the one below alone: each hangs together.
        let rank = |zone: &usize| {
            let has = |body: &usize| zones[*zone].contains(body);
            match (has(&body), below.is_some_and(has)) {
                (true, false) => 0,
                (true, true) => 1,
                (false, _) => 2,
            }
        };
        gaps[place].sort_by_key(rank);
        order.append(&mut gaps[place]);
    }
    let mut shelves = Shelves {
        order,
        arms: Vec::new(),
        bodies,
        fields: zones.iter().map(|fields| fields.to_vec()).collect(),
    };
    let mut arms: Vec<(usize, usize)> = Vec::new();
    for field in 0..bodies {
        let far = (bodies..zones.len()).filter(|zone| shelves.needs_arm(*zone, field));
        let reach = far.map(|zone| shelves.place(zone).abs_diff(shelves.place(field)));
        arms.extend(reach.max().map(|reach| (reach, field)));
    }
    arms.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    shelves.arms = arms.into_iter().map(|(_, field)| field).collect();
    shelves
}

impl Shelves {
    fn place(&self, zone: usize) -> usize {
        let place = self.order.iter().position(|it| *it == zone);
        place.unwrap_or_default()
    }

    /// The zone through which a field comes to one of its zones; none where that is its body.
    pub(super) fn through(&self, zone: usize, field: usize) -> Option<usize> {
        if zone < self.bodies {
            return None;
        }
        Some(self.neighbor(zone, field).unwrap_or(field))
    }

    /// Whether a zone is reached by an arm of a field.
    pub(super) fn needs_arm(&self, zone: usize, field: usize) -> bool {
        zone >= self.bodies
            && self.fields[zone].contains(&field)
            && self.neighbor(zone, field).is_none()
    }

    /// The zone beside one that is in the field, on the way to the field's body; none where zones
    /// of others lie between.
    fn neighbor(&self, zone: usize, field: usize) -> Option<usize> {
        let (from, to) = (self.place(zone), self.place(field));
        let (nearest, mut way): (usize, Box<dyn Iterator<Item = usize>>) = if to < from {
            (from - 1, Box::new(to..from))
        } else {
            (from + 1, Box::new(from + 1..=to))
        };
        let is_in = |place: usize| self.fields[self.order[place]].contains(&field);
        way.all(is_in).then(|| self.order[nearest])
    }
}

/// Calls back with each order of some numbers, of which no two are mirror images.
fn each_order(order: &mut Vec<usize>, fixed: usize, tell: &mut impl FnMut(&[usize])) {
    if fixed + 1 >= order.len() {
        if order.first() <= order.last() {
            tell(order);
        }
        return;
    }
    for next in fixed..order.len() {
        order[fixed..=next].rotate_right(1);
        each_order(order, fixed + 1, tell);
        order[fixed..=next].rotate_left(1);
    }
}

/// A good order of many: that of the story, in which one alliance at a time is moved as long as
/// that helps.
fn moved(bodies: usize, shared: &[&[usize]]) -> Vec<usize> {
    let mut best: Vec<usize> = (0..bodies).collect();
    let mut least = cost(&best, shared);
    loop {
        let mut better = None;
        for from in 0..bodies {
            for to in (0..bodies).filter(|to| *to != from) {
                let mut order = best.clone();
                let body = order.remove(from);
                order.insert(to, body);
                let cost = cost(&order, shared);
                if cost < least {
                    least = cost;
                    better = Some(order);
                }
            }
        }
        match better {
            Some(order) => best = order,
            None => return best,
        }
    }
}

/// What the arms of an order cost.
fn cost(order: &[usize], shared: &[&[usize]]) -> usize {
    shared.iter().map(|fields| gap(order, fields).0).sum()
}

/// The cheapest gap for a zone beside one of its bodies: what its arms cost there, and the place
/// of the body above.
fn gap(order: &[usize], fields: &[usize]) -> (usize, usize) {
    let places = fields
        .iter()
        .filter_map(|field| order.iter().position(|it| it == field));
    let places: Vec<usize> = places.collect();
    let mut gaps: Vec<usize> = Vec::new();
    for &place in &places {
        gaps.extend(place.checked_sub(1));
        if place + 1 < order.len() {
            gaps.push(place);
        }
    }
    let cost = |gap: usize| {
        let arm = |place: &usize| match *place {
            it if it == gap || it == gap + 1 => 0,
            it if it < gap => ARM + gap - it,
            it => ARM + it - gap - 1,
        };
        places.iter().map(arm).sum::<usize>()
    };
    let costs = gaps.into_iter().map(|gap| (cost(gap), gap));
    costs.min().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbors_share_without_an_arm() {
        let zones: [&[usize]; 5] = [&[0], &[1], &[2], &[0, 2], &[1, 2]];
        let shelves = shelves(3, &zones);
        assert!(shelves.arms.is_empty(), "{:?}", shelves.order);
        let middle = shelves.order.iter().position(|zone| *zone == 2).unwrap();
        assert!(middle > 0 && middle < 4, "{:?}", shelves.order);
    }

    #[test]
    fn what_all_three_share_needs_one_arm() {
        let zones: [&[usize]; 4] = [&[0], &[1], &[2], &[0, 1, 2]];
        let shelves = shelves(3, &zones);
        assert_eq!(shelves.arms.len(), 1);
        let field = shelves.arms[0];
        assert!(shelves.needs_arm(3, field));
        assert_eq!(shelves.through(3, field), Some(field), "to its body");
    }

    #[test]
    fn shelves_of_one_alliance_hang_together() {
        let zones: [&[usize]; 5] = [&[0], &[1], &[2], &[0, 1], &[0, 1, 2]];
        let shelves = shelves(3, &zones);
        for (zone, fields) in zones.iter().enumerate().skip(3) {
            for &field in *fields {
                let through = shelves.through(zone, field).unwrap();
                assert!(zones[through].contains(&field), "{zone} of {field}");
            }
        }
    }
}
