using System.Reflection;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Diagnostics.Settings;

namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>All configuration errors at once.</summary>
internal static class ConfigurationErrors
{
    /// <summary>
    /// Checks keys and values, then runs every options validator, before anything starts. A value that cannot be parsed is removed from
    /// the configuration so that the rest of its section can still be checked; the collector does not start in that case.
    /// </summary>
    public static IReadOnlyList<string> Of(IServiceCollection services)
    {
        using var provider = services.BuildServiceProvider();
        var configuration = provider.GetRequiredService<IConfiguration>();
        var check = new SettingsCheck(configuration);
        var errors = check.Run().ToList();
        foreach (var key in check.Unreadable) configuration[key] = null;
        foreach (var (_, type) in KnownSettings.Sections)
        {
            var configured = typeof(IConfigureOptions<>).MakeGenericType(type);
            if (services.Any(service => service.ServiceType == configured)) errors.AddRange(Validate(provider, type));
        }

        // Options bound to the same section may report the same error.
        return [.. errors.Distinct()];
    }

    private static IEnumerable<string> Validate(ServiceProvider provider, Type type)
    {
        try
        {
            var options = provider.GetRequiredService(typeof(IOptions<>).MakeGenericType(type));
            options.GetType()
                .GetProperty(nameof(IOptions<object>.Value))!.GetValue(options, BindingFlags.DoNotWrapExceptions, binder: null, index: null, culture: null);
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return invalid.Failures;
        }
    }
}
