using Tidemark.Collector.Model;

namespace Tidemark.Collector.Publish.Messages;

/// <summary>A session event on its way to subscribers: what filters look at, and what is sent.</summary>
internal sealed record LiveEvent(SessionEvent Event, LiveMessage Message);
