using Microsoft.Extensions.Options;
using Tidemark.Collector.Store;

namespace Tidemark.Collector.Pipeline;

/// <summary>Checks that the pool covers all lanes plus background work.</summary>
internal sealed class PipelineOptionsValidator(IConfiguration configuration) : IValidateOptions<PipelineOptions>
{
    /// <summary>
    /// Connections in addition to one per lane: numbering series, settling, ending sessions, budgets, windows, partitions, checking and
    /// merging rollups, prices, the lease, watching readers, and probing the database.
    /// </summary>
    public const int OtherConnections = 12;

    public ValidateOptionsResult Validate(string? name, PipelineOptions options)
    {
        var needed = options.Lanes + OtherConnections;
        return PoolSize() is { } size && size < needed
            ? ValidateOptionsResult.Fail(
                $"{PipelineOptions.Section}:{nameof(options.Lanes)} is {options.Lanes}: each lane uses a connection and background work needs "
                    + $"{OtherConnections} more, {needed} together, "
                + $"but ConnectionStrings:Tidemark allows {size}. Raise its Maximum Pool Size to {needed} or more, or reduce the number of lanes.")
            : ValidateOptionsResult.Success;
    }

    private int? PoolSize()
    {
        try
        {
            return configuration.GetConnectionString("Tidemark") is { } given ? DataSource.PoolSize(given) : null;
        }
        catch (ArgumentException)
        {
            // Reported by the store's own validator.
            return null;
        }
    }
}
