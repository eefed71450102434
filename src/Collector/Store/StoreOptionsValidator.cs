using Microsoft.Extensions.Options;
using Npgsql;

namespace Tidemark.Collector.Store;

/// <summary>Rules that attributes cannot express.</summary>
internal sealed class StoreOptionsValidator : IValidateOptions<StoreOptions>
{
    public ValidateOptionsResult Validate(string? name, StoreOptions options)
    {
        var faults = new List<string>();
        if (Check(StoreOptions.ConnectionName, options.ConnectionString, faults) is { } written && !TargetHosts.CanWrite(written))
            faults.Add(
                $"{StoreOptions.ConnectionName} asks for 'Target Session Attributes={written.TargetSessionAttributes}', which cannot be written to; use "
                    + $"primary, and {StoreOptions.ReadConnectionName} for standbys.");
        Check(StoreOptions.ReadConnectionName, options.ReadConnectionString, faults);
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
