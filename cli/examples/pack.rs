//! Packs each file of a folder, for `tests/js/pack.test.mjs`: beside `NAME` it writes
//! `NAME.packed`.

use std::error::Error;
use std::{env, fs};
use tahaluf_cli::pack::packed;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("name a folder of files to pack")?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let mut name = path.clone().into_os_string();
        name.push(".packed");
        fs::write(name, packed(&fs::read(&path)?)?)?;
    }
    Ok(())
}
