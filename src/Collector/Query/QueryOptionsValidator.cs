using Microsoft.Extensions.Options;
using Tidemark.Collector.Hosting;
using Tidemark.Collector.Hosting.Tls;

namespace Tidemark.Collector.Query;

/// <summary>Rules that attributes cannot express.</summary>
internal sealed class QueryOptionsValidator : IValidateOptions<QueryOptions>
{
    public const string TlsSection = $"{QueryOptions.Section}:{nameof(QueryOptions.Tls)}";

    public ValidateOptionsResult Validate(string? name, QueryOptions options)
    {
        var faults = new List<string>();
        if (!ListenAddress.TryParse(options.Listen, out _))
            faults.Add($"{QueryOptions.Section}:{nameof(options.Listen)} is '{options.Listen}'; it must be address:port (several by commas) or 'off'.");
        TlsFiles.Check(TlsSection, options.Tls, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
