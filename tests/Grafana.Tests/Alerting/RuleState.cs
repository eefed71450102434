namespace Tidemark.Grafana.Tests.Alerting;

/// <summary>What one evaluation of a rule finds.</summary>
/// <param name="Firing">Label sets that are over their limit.</param>
/// <param name="Quiet">Label sets that are not.</param>
internal sealed record RuleState(IReadOnlyList<LabelledNumber> Firing, IReadOnlyList<LabelledNumber> Quiet);
