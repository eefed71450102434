using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Recognise.Privacy;

internal sealed class PrivacyOptionsValidator : IValidateOptions<PrivacyOptions>
{
    public const int MinKeyLength = 16;

    public ValidateOptionsResult Validate(string? name, PrivacyOptions options)
    {
        if (options.UserId != UserIdMode.Hash || options.UserIdKey is { Length: >= MinKeyLength }) return ValidateOptionsResult.Success;
        return ValidateOptionsResult.Fail(
            $"Tidemark:UserId is Hash, but Tidemark:UserIdKey is missing or shorter than {MinKeyLength} characters. Set a long random secret.");
    }
}
