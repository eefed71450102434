namespace Tidemark.Collector.Model.Payers;

/// <summary>What a metric point (or an event stored as one) of a coding agent counts.</summary>
/// <param name="Agent">The dialect's name: <c>claude_code</c>, <c>codex</c> and so on.</param>
/// <param name="Measure">One of <see cref="CodingMeasures"/>.</param>
/// <param name="Detail">The kind within the measure, such as <c>accepted</c>; empty = none.</param>
/// <param name="Actor">Who decided: <c>person</c>, <c>rule</c> or <c>hook</c>; empty = not sent or not applicable.</param>
/// <param name="Labels">A JSON object; empty = none.</param>
/// <param name="Scale">Factor for the point's value.</param>
internal sealed record CodingMark(
    string Agent, string Version, string Measure, string Detail, string Actor, string Model, string UserId, string Labels, double Scale);
