// The record is not the program's: its links lead to their places, and leave the address, which
// says what the program shows, alone.

/** Has links of the record scroll to their places, whatever program is there. */
export function keepRecordLinks() {
  addEventListener('click', (event) => {
    const link = event.target.closest('#record a[href^="#"]');
    const place = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!place || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const folded = place.closest('details');
    if (folded) folded.open = true;
    place.scrollIntoView();
    place.focus({ preventScroll: true });
  });
}
