using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Decode;

internal static class DecodeServices
{
    public static IServiceCollection AddDecode(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DecodeOptions>().Bind(configuration.GetSection(DecodeOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DecodeOptions>, DecodeOptionsValidator>();
        services.AddSingleton<OtlpDecoders>();
        return services;
    }
}
