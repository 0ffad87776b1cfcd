//! Tahaluf: who is allied with whom, who says so, and since when.
