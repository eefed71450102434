using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Store;

/// <summary>What no attribute can tell.</summary>
internal sealed class StoreOptionsValidator : IValidateOptions<StoreOptions>
{
    public ValidateOptionsResult Validate(string? name, StoreOptions options)
    {
        if (options.ConnectionString is not { } connectionString) return ValidateOptionsResult.Success;
        try
        {
            DataSource.PoolSize(connectionString);
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException)
        {
            // What exactly is wrong with it might be a piece of the password.
            return ValidateOptionsResult.Fail(
                "ConnectionStrings:Tidemark cannot be read; it must be like 'Host=db;Database=tidemark;Username=tidemark;Password=...', with quotes around values that hold a semicolon.");
        }
    }
}
