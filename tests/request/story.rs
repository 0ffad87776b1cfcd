//! The layout's request for a story like the bundled one: two alliances, ten
//! members of one, three of both, and twelve organizations around them.

use tahaluf::geometry::Size;
use tahaluf::layout::text::{Face, wrap};
use tahaluf::layout::{Frame, NodeSpec, Placement, Request, Role, place};

/// A node's English and Arabic name.
type Names = [&'static str; 2];

const HUBS: [Names; 2] = [
    ["Model-Chip Alliance", "تحالف النماذج والرقائق"],
    ["Chamber AI Committee", "لجنة الغرفة للذكاء الاصطناعي"],
];

/// Members: their names, whether they wear a ring, and their alliances.
const MEMBERS: [(Names, bool, &[usize]); 13] = [
    (["Huawei", "هواوي"], true, &[0]),
    (["Biren", "بيرين"], true, &[0]),
    (["Enflame", "إنفليم"], false, &[0]),
    (["Moore Threads", "مور ثريدز"], true, &[0]),
    (["Cambricon", "كامبريكون"], true, &[0]),
    (["Infinigence AI", "إنفينيجنس"], false, &[0]),
    (["SiliconFlow", "سيليكون فلو"], false, &[0]),
    (["StepFun", "ستيب فان"], false, &[0, 1]),
    (["MetaX", "ميتا إكس"], false, &[0, 1]),
    (["Iluvatar CoreX", "إيلوفاتر كور إكس"], false, &[0, 1]),
    (["SenseTime", "سينس تايم"], true, &[1]),
    (["MiniMax", "ميني ماكس"], false, &[1]),
    (
        ["Shanghai Chamber of Commerce", "غرفة تجارة شنغهاي"],
        false,
        &[1],
    ),
];

/// The organizations around them: whether they stand above, and their neighbors.
const CONTEXT: [(Names, bool, &[usize]); 12] = [
    (
        ["US Commerce Dept (BIS)", "وزارة التجارة الأميركية"],
        true,
        &[2, 3, 5, 6, 12],
    ),
    (["US Treasury", "وزارة الخزانة الأميركية"], true, &[12]),
    (["Pentagon", "البنتاغون"], true, &[2, 12]),
    (["China's CAC", "إدارة الفضاء السيبراني"], true, &[9, 13]),
    (["Baidu", "بايدو"], false, &[2]),
    (["Tencent", "تينسنت"], false, &[4]),
    (["Alibaba", "علي بابا"], false, &[13]),
    (["DeepSeek", "ديب سيك"], false, &[2, 5]),
    (["Moonshot AI", "مون شوت"], false, &[9]),
    (["Zhipu AI", "تشيبو"], false, &[12]),
    (["Hygon", "هايغون"], false, &[10, 11]),
    (["Nvidia", "إنفيديا"], false, &[2, 10]),
];

/// A name's lines, as the request below counts on them.
fn lines(frame: Frame, role: &Role, name: &str) -> Vec<String> {
    let is_hub = *role == Role::Hub;
    let face = if is_hub { Face::Title } else { Face::Label };
    let width = match role {
        Role::Hub => frame.title_width(),
        Role::Member { hubs } => frame.name_width(hubs.len() > 1),
        Role::Context { .. } => frame.name_width(false),
    };
    wrap(name, face, width)
}

/// The request.
pub(crate) fn story(frame: Frame) -> Request {
    let spec = |names: Names, face: Face, role: Role, radius: f64, reach: f64| {
        let boxes = names.map(|name| face.block(&lines(frame, &role, name)));
        let label = Size::new(
            boxes[0].width.max(boxes[1].width),
            boxes[0].height.max(boxes[1].height),
        );
        NodeSpec {
            role,
            radius,
            reach,
            label,
        }
    };
    let (hub, ringed) = match frame {
        Frame::Wide => (30.0, 21.0),
        Frame::Tall => (25.0, 17.0),
    };
    let hubs = HUBS.map(|names| spec(names, Face::Title, Role::Hub, hub, hub));
    let members = MEMBERS.map(|(names, ring, hubs)| {
        let reach = if ring { ringed } else { 13.0 };
        let hubs = hubs.to_vec();
        spec(names, Face::Label, Role::Member { hubs }, 13.0, reach)
    });
    let context = CONTEXT.map(|(names, above, neighbors)| {
        let neighbors = neighbors.to_vec();
        spec(
            names,
            Face::Label,
            Role::Context { above, neighbors },
            10.0,
            10.0,
        )
    });
    let nodes = hubs.into_iter().chain(members).chain(context).collect();
    Request { frame, nodes }
}

/// The places of a request, with or without the organizations around the alliances.
#[allow(dead_code, reason = "the benchmark times `place` alone")]
pub(crate) fn placed(request: &Request, with_context: bool) -> Placement {
    let placement = place(request);
    if with_context {
        return placement;
    }
    placement.only(|node| !matches!(request.nodes[node].role, Role::Context { .. }))
}
