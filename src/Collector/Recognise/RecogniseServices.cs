using Microsoft.Extensions.Options;
using Tidemark.Collector.Recognise.Dialects;
using Tidemark.Collector.Recognise.Interning;
using Tidemark.Collector.Recognise.Mapping;
using Tidemark.Collector.Recognise.Normalisation;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Recognise.Privacy;

namespace Tidemark.Collector.Recognise;

internal static class RecogniseServices
{
    /// <summary>Adds <see cref="Recogniser"/> (transient: keep and reuse instances), its shared parts, and the <see cref="PriceBook"/>.</summary>
    public static IServiceCollection AddRecognise(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RecogniseOptions>()
            .Bind(configuration.GetSection(RecogniseOptions.Section))
            .Configure(options => options.RetentionDays = configuration.GetValue("Tidemark:Store:RetentionDays", RecogniseOptions.DefaultRetentionDays))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<RecogniseOptions>, RecogniseOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RecogniseOptions>>().Value);
        services.AddOptions<PrivacyOptions>().Bind(configuration.GetSection(PrivacyOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PrivacyOptions>, PrivacyOptionsValidator>();
        services.AddOptions<PriceOptions>().Bind(configuration.GetSection(PriceOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PriceOptions>, PriceOptionsValidator>();
        services.AddSingleton(provider => PriceCatalogue.Load(provider.GetRequiredService<IOptions<PriceOptions>>().Value));
        services.AddSingleton(provider => Share(
            provider.GetRequiredService<RecogniseOptions>(),
            provider.GetRequiredService<IOptions<PrivacyOptions>>().Value,
            provider.GetRequiredService<PriceBook>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddTransient<Recogniser>();
        return services;
    }

    public static RecogniserParts Share(RecogniseOptions options, PrivacyOptions privacy, PriceBook prices, TimeProvider time)
    {
        var vocabulary = new Vocabulary(options);
        return new RecogniserParts(
            options,
            privacy,
            new DialectTable(DialectCatalogue.All, options.LabelKeys, options.KeepAttributes),
            vocabulary,
            new Normaliser(options, vocabulary),
            new UserIds(privacy, options.IdCacheSize),
            new Pricer(prices, options.MaxLabels),
            time);
    }
}
