// In `sheaf dev` the server says when the site was built again.
new EventSource('/@sheaf/builds').addEventListener('built', () => {
  location.reload();
});
