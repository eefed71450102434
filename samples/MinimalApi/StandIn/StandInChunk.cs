namespace Tidemark.Samples.MinimalApi.StandIn;

/// <summary>One line of the stand-in model's answer.</summary>
internal sealed record StandInChunk(string? Text, int? InputTokens = null, int? OutputTokens = null);
