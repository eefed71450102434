using Microsoft.Extensions.Options;
using Tidemark.Collector.Hosting;

namespace Tidemark.Collector.Receive;

/// <summary>Gathers every fault of the section at once.</summary>
internal sealed class ReceiveOptionsValidator : IValidateOptions<ReceiveOptions>
{
    public ValidateOptionsResult Validate(string? name, ReceiveOptions options)
    {
        var faults = new List<string>();
        CheckAddress(nameof(options.Grpc), options.Grpc, faults);
        CheckAddress(nameof(options.Http), options.Http, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void CheckAddress(string key, string value, List<string> faults)
    {
        if (!ListenAddress.TryParse(value, out _))
            faults.Add($"{ReceiveOptions.Section}:{key} is '{value}'; it must be address:port (several by commas) or 'off'.");
    }
}
