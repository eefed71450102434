using System.Reflection;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Diagnostics.Settings;

namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>Everything that is wrong with the configuration, at once.</summary>
internal static class ConfigurationErrors
{
    /// <summary>
    /// Checks keys and values, then asks every options validator, before anything is started with the options. A value that cannot be
    /// read is taken out of the configuration, so that its section can be checked all the same: nothing may be started with that either.
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

        // Options that stand in one section may complain of the same.
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
