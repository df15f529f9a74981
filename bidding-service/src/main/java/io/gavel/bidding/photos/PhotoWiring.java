package io.gavel.bidding.photos;

import io.gavel.bidding.BiddingProperties;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class PhotoWiring {

    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    @Bean
    PhotoStore photoStore(DatabaseClient database, BiddingProperties properties) {
        return new R2dbcPhotoStore(
                database, properties.photos().keptUnlisted(), properties.photos().mostUnlisted());
    }

    @Bean
    Developing developing(BiddingProperties properties) {
        return new Developing(properties.photos().atOnce());
    }

    @Bean
    UnlistedPhotos unlistedPhotos(PhotoStore photos) {
        return new UnlistedPhotos(photos, BETWEEN_SWEEPS);
    }
}
