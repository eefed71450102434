namespace Tidemark.Collector.Model;

/// <summary>The state of something watched across sessions.</summary>
/// <param name="Streak">Failures in a row up to <paramref name="LastAt"/>.</param>
/// <param name="IsRaised">Down, fallen back, or told.</param>
/// <param name="Value">The backend in use, for a session store.</param>
/// <param name="LastAt">Event time of the latest operation taken into account.</param>
internal sealed record MonitorState(MonitorKey Key, int Streak, bool IsRaised, string Value, DateTime LastAt);
