namespace Tidemark.Grafana.Tests.Alerting;

/// <summary>The result of an evaluation of a rule.</summary>
/// <param name="Firing">Label sets above the limit.</param>
/// <param name="Quiet">Label sets below the limit.</param>
internal sealed record RuleState(IReadOnlyList<LabelledNumber> Firing, IReadOnlyList<LabelledNumber> Quiet);
