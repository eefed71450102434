namespace Tidemark.Testing.Live;

/// <summary>A push that the stand-in has taken.</summary>
/// <param name="Pusher">By its credential; empty = anonymous.</param>
/// <param name="Number">Of this push, from 1.</param>
internal sealed record LivePush(int Number, string Pusher, DateTimeOffset At, IReadOnlyList<LiveLine> Lines);
