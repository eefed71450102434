namespace Tidemark.Collector.Store.Distributed;

/// <summary>Where a background pass runs, and how many of them at a time.</summary>
/// <param name="Pass">What it does.</param>
/// <param name="Runs">The server whose connection it uses.</param>
/// <param name="Owner">What keeps a second collector from doing the same at a time; null = nothing has to.</param>
internal sealed record PassPlacement(string Pass, Placement Runs, string? Owner);
