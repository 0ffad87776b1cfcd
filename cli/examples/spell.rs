//! Spells each file of a folder in letters, for `tests/js/letters.test.mjs`: beside `NAME` it
//! writes `NAME.letters`.

use std::error::Error;
use std::{env, fs};
use tahaluf_cli::pack::letters::spelt;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args()
        .nth(1)
        .ok_or("name a folder of files to spell")?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let mut name = path.clone().into_os_string();
        name.push(".letters");
        fs::write(name, spelt(&fs::read(&path)?))?;
    }
    Ok(())
}
