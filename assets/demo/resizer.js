// What the second form of embedding brings with its frame, as one line or, as here, as a file:
// a frame of the class is as tall as the page in it says, and no other is touched.
addEventListener('message', ({ source, data }) => {
  if (data?.sentinel !== 'amp' || data.type !== 'embed-size' || !(data.height > 0)) return;
  for (const frame of document.querySelectorAll('iframe.as-tall-as-it-says')) {
    if (frame.contentWindow === source) frame.height = data.height;
  }
});
