using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Diagnostics;

internal sealed class DiagnosticsOptionsValidator : IValidateOptions<DiagnosticsOptions>
{
    public ValidateOptionsResult Validate(string? name, DiagnosticsOptions options)
    {
        var isFine = options.OtlpEndpoint is null || (options.OtlpEndpoint.IsAbsoluteUri && options.OtlpEndpoint.Scheme is "http" or "https");
        return isFine
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{DiagnosticsOptions.Section}:{nameof(options.OtlpEndpoint)} must be an address, as http://otel:4317.");
    }
}
