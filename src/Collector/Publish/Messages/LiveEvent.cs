using Tidemark.Collector.Model.Events;

namespace Tidemark.Collector.Publish.Messages;

/// <summary>A session event for subscribers: the fields used by filters, and the message.</summary>
internal sealed record LiveEvent(SessionEvent Event, LiveMessage Message);
