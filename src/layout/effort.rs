//! How often edges are routed and names wrapped: for tests of what does neither.

use std::cell::Cell;

thread_local! {
    static DONE: Cell<Effort> = const { Cell::new(Effort { routed: 0, wrapped: 0 }) };
}

/// What was done on this thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Effort {
    /// How often the edges of a placement were routed.
    pub(crate) routed: usize,
    /// How many names were wrapped.
    pub(crate) wrapped: usize,
}

/// Notes that the edges of a placement are routed.
pub(super) fn route() {
    let done = DONE.get();
    DONE.set(Effort {
        routed: done.routed + 1,
        ..done
    });
}

/// Notes that a name is wrapped.
pub(super) fn wrap() {
    let done = DONE.get();
    DONE.set(Effort {
        wrapped: done.wrapped + 1,
        ..done
    });
}

/// What some work takes.
#[cfg(feature = "ssr")]
pub(crate) fn of(work: impl FnOnce()) -> Effort {
    let before = DONE.get();
    work();
    let after = DONE.get();
    Effort {
        routed: after.routed - before.routed,
        wrapped: after.wrapped - before.wrapped,
    }
}
