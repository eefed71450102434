namespace Tidemark.Collector.Model;

/// <summary>What a metric point, or an event kept as one, of a coding agent counts as.</summary>
/// <param name="Agent">The dialect's name: <c>claude_code</c>, <c>codex</c> and so on.</param>
/// <param name="Measure">One of <see cref="CodingMeasures"/>.</param>
/// <param name="Detail">Which of its kinds, as in <c>accepted</c>; empty = it has none.</param>
/// <param name="Actor">Who decided: <c>person</c>, <c>rule</c> or <c>hook</c>; empty = not sent, or not decided by anyone.</param>
/// <param name="Labels">As a JSON object; empty = none.</param>
/// <param name="Scale">What the point's value is multiplied by.</param>
internal sealed record CodingMark(
    string Agent, string Version, string Measure, string Detail, string Actor, string Model, string UserId, string Labels, double Scale);
