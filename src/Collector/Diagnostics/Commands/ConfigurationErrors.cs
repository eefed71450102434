using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>Everything that is wrong with the configuration, at once.</summary>
internal static class ConfigurationErrors
{
    /// <summary>Asks every options validator, before anything is started with the options.</summary>
    public static IReadOnlyList<string> Of(IServiceCollection services)
    {
        using var provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return [.. invalid.Failures];
        }
        catch (AggregateException several)
        {
            return [.. several.InnerExceptions.SelectMany(exception => exception is OptionsValidationException invalid ? invalid.Failures : [exception.Message])];
        }
        catch (InvalidOperationException unreadable)
        {
            // The binder: a value is no number, no time span, ...
            return [unreadable.Message];
        }
    }
}
