namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>The expected rows for one turn of an agent, however many signals report it.</summary>
/// <param name="Kinds">Operations by kind, as <c>agent 1, inference 1</c>; kinds in alphabetical order.</param>
/// <param name="Tokens">Total tokens of the one model call.</param>
/// <param name="CostUsd">Its cost by the shipped prices, or as reported.</param>
internal sealed record ReportedCall(string Kinds, long Tokens, decimal CostUsd);
