//! What the tests of the command line have in common: a folder of their own, and an app.

#![allow(dead_code, reason = "not every test uses all of it")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of one test, which goes with it.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Copies what is in a folder.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// The app as far as pages are made of it; its program does nothing.
pub(crate) fn app(folder: &Folder) -> PathBuf {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets");
    let app = folder.0.join("app");
    copy(&assets, &app);
    // A release has them in its scripts.
    fs::remove_dir_all(app.join("modules")).unwrap();
    for program in ["app", "studio"] {
        fs::write(app.join(format!("{program}.js")), "").unwrap();
        fs::write(app.join(format!("{program}-one-file.js")), "").unwrap();
        fs::write(app.join(format!("{program}_bg.wasm")), "\0asm").unwrap();
    }
    app
}

/// Makes a site of the bundled story and an app that does nothing, in the folder `site`; gives
/// what was printed.
pub(crate) fn site(folder: &Folder, words: &[&str]) -> Output {
    let output = Command::new(env!("CARGO_BIN_EXE_tahaluf"))
        .arg("build")
        .arg("--app")
        .arg(app(folder))
        .arg("--out")
        .arg(folder.0.join("site"))
        .args(words)
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{stderr}");
    output
}
