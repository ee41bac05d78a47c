/** Geoman, the drawing tool, in a chunk of its own: only who draws borders loads it. */
import '@geoman-io/leaflet-geoman-free';
import '@geoman-io/leaflet-geoman-free/dist/leaflet-geoman.css';
