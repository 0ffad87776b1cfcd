//! What a page calls.

/// Unpacks a file in this module's memory: from `start` lies the file, and behind it is room for
/// what it holds, both beyond what the memory had at first. Whether the file is sound.
///
/// # Safety
///
/// Nothing else may be there, and the memory must reach as far.
#[expect(unsafe_code, reason = "a page knows the memory by addresses alone")]
#[unsafe(no_mangle)]
unsafe extern "C" fn unpack(start: *mut u8, file: usize, room: usize) -> bool {
    // SAFETY: as the caller promises.
    let memory = unsafe { core::slice::from_raw_parts_mut(start, file + room) };
    let (file, room) = memory.split_at_mut(file);
    crate::unpack(file, room).is_some()
}
