using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Store;

/// <summary>What no attribute can tell.</summary>
internal sealed class StoreOptionsValidator : IValidateOptions<StoreOptions>
{
    public ValidateOptionsResult Validate(string? name, StoreOptions options)
    {
        var faults = new List<string>();
        Check(StoreOptions.ConnectionName, options.ConnectionString, faults);
        Check(StoreOptions.ReadConnectionName, options.ReadConnectionString, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void Check(string key, string? connectionString, List<string> faults)
    {
        if (connectionString is null) return;
        try
        {
            DataSource.PoolSize(connectionString);
        }
        catch (ArgumentException)
        {
            // What exactly is wrong with it might be a piece of the password.
            faults.Add($"{key} cannot be read; it must be like 'Host=db;Database=tidemark;Username=tidemark;Password=...', with quotes around values that hold a semicolon.");
        }
    }
}
