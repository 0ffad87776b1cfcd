//! Parts of the page that are drawn again only when what they show has changed.
//!
//! A part is a value: everything that its markup is made of, and nothing else. Whether it
//! has changed is whether that value is another, so a part can show nothing out of date: what
//! it reads stands in its type.
//!
//! What renders parts must itself be small: Yew lets the browser paint when a
//! component has taken long and its children still wait, and half of the page
//! would be shown a frame before the other half. Several parts that wait at the
//! same time are all rendered before that.

use std::any::Any;
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// What a part of the page is made of.
pub(super) trait Projection: PartialEq + 'static {
    /// The part's markup.
    fn draw(&self) -> Html;
}

/// A part of the page.
pub(super) fn part(shown: impl Projection) -> Html {
    html! { <Part shown={Shown(Rc::new(shown))} /> }
}

/// A projection of any type: one component draws them all, for each costs WebAssembly.
#[derive(Clone)]
struct Shown(Rc<dyn Comparable>);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(&*other.0)
    }
}

/// A projection whose type is not known.
trait Comparable: Any {
    fn draw(&self) -> Html;
    fn is(&self, other: &dyn Comparable) -> bool;
}

impl<P: Projection> Comparable for P {
    fn draw(&self) -> Html {
        Projection::draw(self)
    }
    fn is(&self, other: &dyn Comparable) -> bool {
        let other: &dyn Any = other;
        other.downcast_ref::<P>() == Some(self)
    }
}

#[derive(Properties, PartialEq)]
struct PartProps {
    shown: Shown,
}

#[component]
fn Part(props: &PartProps) -> Html {
    props.shown.0.draw()
}

/// Something large that is made once and shared, and the same only where it is the same
/// allocation: comparing it field by field would take as long as making it.
pub(super) struct Same<T>(pub(super) Rc<T>);

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Same<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(PartialEq)]
    struct One(u8);
    #[derive(PartialEq)]
    struct Other(u8);

    impl Projection for One {
        fn draw(&self) -> Html {
            Html::default()
        }
    }
    impl Projection for Other {
        fn draw(&self) -> Html {
            Html::default()
        }
    }

    #[test]
    fn a_part_is_the_same_where_all_that_it_shows_is() {
        let shown = |part: u8| Shown(Rc::new(One(part)));
        assert!(shown(1) == shown(1));
        assert!(shown(1) != shown(2));
        assert!(shown(1) != Shown(Rc::new(Other(1))), "another kind of part");
    }

    #[test]
    fn what_is_shared_is_the_same_where_it_is_one() {
        let one = Same(Rc::new(vec![1]));
        assert!(one == one.clone());
        assert!(one != Same(Rc::new(vec![1])));
    }
}
