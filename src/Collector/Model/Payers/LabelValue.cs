namespace Tidemark.Collector.Model.Payers;

/// <summary>One label of a payer, such as <c>team</c> = <c>search</c>.</summary>
internal readonly record struct LabelValue(string Key, string Value);
