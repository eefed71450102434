namespace Tidemark.Collector.Model;

/// <summary>What a rollup row counts: a series, or the whole of one value of one dimension.</summary>
/// <param name="Scope">Which of the dimensions are kept.</param>
/// <param name="Series">The dimensions, empty where the scope does not keep them.</param>
/// <param name="ErrorType">Of failures of one type, that type.</param>
/// <param name="Caller">Of an agent's runs inside another agent's run, that other agent.</param>
/// <param name="Payer">Of what one payer pays for, that payer; null = all payers.</param>
internal sealed record RollupSeries(RollupScope Scope, Series Series, string ErrorType = "", string Caller = "", Payer? Payer = null)
{
    /// <summary>The same for all payers: the one that has a number.</summary>
    public RollupSeries WithoutPayer() => Payer is null ? this : this with { Payer = null };
}
