//! The state as Yew holds it.

use crate::state::{Action, State};
use std::rc::Rc;
use yew::Reducible;

impl Reducible for State {
    type Action = Action;

    /// Returning the same `Rc` skips the render.
    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = self.apply(action);
        if next == *self { self } else { Rc::new(next) }
    }
}
