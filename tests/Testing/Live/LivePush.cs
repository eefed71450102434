namespace Tidemark.Testing.Live;

/// <summary>A push accepted by the stand-in.</summary>
/// <param name="Pusher">By its credential; empty = anonymous.</param>
/// <param name="Number">Number of the push, from 1.</param>
internal sealed record LivePush(int Number, string Pusher, DateTimeOffset At, IReadOnlyList<LiveLine> Lines);
