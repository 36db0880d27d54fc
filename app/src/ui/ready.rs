//! Building a suspended view once.

/// Waits one turn on the server, nowhere else. Call it between the resource and the view.
///
/// To learn which resources a view reads, the server polls it once and throws the result away. A
/// view whose data is there at once would be built for that, and built again to be shown: that was
/// a fifth of the time of a result page.
#[cfg(feature = "ssr")]
pub(crate) async fn ready() {
    let mut waited = false;
    std::future::poll_fn(move |context| {
        if std::mem::replace(&mut waited, true) {
            return std::task::Poll::Ready(());
        }
        context.waker().wake_by_ref();
        std::task::Poll::Pending
    })
    .await;
}

/// Nothing, in the browser.
#[cfg(not(feature = "ssr"))]
pub(crate) fn ready() -> std::future::Ready<()> {
    std::future::ready(())
}
