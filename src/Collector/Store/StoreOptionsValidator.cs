using Microsoft.Extensions.Options;
using Npgsql;
using Tidemark.Collector.Store.Distributed;

namespace Tidemark.Collector.Store;

/// <summary>Rules that attributes cannot express.</summary>
internal sealed class StoreOptionsValidator : IValidateOptions<StoreOptions>
{
    private const string Setting = $"{StoreOptions.Section}:{nameof(StoreOptions.Distribution)}";

    public ValidateOptionsResult Validate(string? name, StoreOptions options)
    {
        var faults = new List<string>();
        if (Check(StoreOptions.ConnectionName, options.ConnectionString, faults) is { } written && !TargetHosts.CanWrite(written))
            faults.Add(
                $"{StoreOptions.ConnectionName} asks for 'Target Session Attributes={written.TargetSessionAttributes}', which cannot be written to; use "
                    + $"primary, and {StoreOptions.ReadConnectionName} for standbys.");
        Check(StoreOptions.ReadConnectionName, options.ReadConnectionString, faults);
        if (options.Distribution == Distribution.Citus && options.ConnectionString is null)
            faults.Add($"{Setting} is Citus, but there is no {StoreOptions.ConnectionName}: name the cluster's coordinator.");
        if (options.Distribution == Distribution.Citus && options.TransactionPooler)
            faults.Add(
                $"{Setting} is Citus together with {StoreOptions.Section}:{nameof(options.TransactionPooler)}: lanes connect to the workers themselves.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <returns>Null if there is none, or it is invalid.</returns>
    private static NpgsqlConnectionStringBuilder? Check(string key, string? connectionString, List<string> faults)
    {
        if (connectionString is null) return null;
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException)
        {
            // The exact error might contain a part of the password.
            faults.Add(
                $"{key} cannot be read; it must be like 'Host=db;Database=tidemark;Username=tidemark;Password=...', with quotes around values that hold a "
                    + "semicolon.");
            return null;
        }
    }
}
