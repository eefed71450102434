using Tidemark.Collector.Model.Payers;

namespace Tidemark.Collector.Model.Rollups;

/// <summary>What a rollup row counts: a series, or all operations with one value of one dimension.</summary>
/// <param name="Scope">The dimensions that are kept.</param>
/// <param name="Series">The dimensions, empty if the scope does not keep them.</param>
/// <param name="ErrorType">The error type, for failures of one type.</param>
/// <param name="Caller">The calling agent, for an agent's runs inside another agent's run.</param>
/// <param name="Payer">The payer, for what one payer pays for; null = all payers.</param>
internal sealed record RollupSeries(RollupScope Scope, Series Series, string ErrorType = "", string Caller = "", Payer? Payer = null)
{
    /// <summary>The same series for all payers: the one with a number in the database.</summary>
    public RollupSeries WithoutPayer() => Payer is null ? this : this with { Payer = null };
}
